import { describe, expect, test } from '@jest/globals';
import { videoOf } from '../../src/services/video-providers.ts';

describe('a URL', () => {
  test.each([
    ['https://www.youtube.com/watch?v=aqz-KE-bpKQ', 'youtube', 'aqz-KE-bpKQ'],
    ['https://m.youtube.com/watch?app=m&v=aqz-KE-bpKQ&t=3', 'youtube', 'aqz-KE-bpKQ'],
    ['youtu.be/aqz-KE-bpKQ?si=x', 'youtube', 'aqz-KE-bpKQ'],
    ['https://www.youtube.com/shorts/aqz-KE-bpKQ', 'youtube', 'aqz-KE-bpKQ'],
    ['https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ', 'youtube', 'aqz-KE-bpKQ'],
    ['https://vimeo.com/1084537', 'vimeo', '1084537'],
    ['https://player.vimeo.com/video/1084537?h=1', 'vimeo', '1084537'],
    ['https://vimeo.com/channels/staffpicks/1084537', 'vimeo', '1084537'],
    ['https://www.dailymotion.com/video/x8abcde', 'dailymotion', 'x8abcde'],
    ['http://dai.ly/x8abcde', 'dailymotion', 'x8abcde'],
    ['https://www.twitch.tv/videos/123456789', 'twitch', '123456789'],
  ])('%s is that of a video', (url, provider, code) => {
    expect(videoOf(url)).toMatchObject({ provider, code });
    // What we show of it names the same video.
    expect(videoOf(videoOf(url)?.url ?? '')).toEqual(videoOf(url));
  });

  test.each([
    'https://www.youtube.com/',
    'https://www.youtube.com/watch?v=short',
    'https://www.youtube.com/watch?v=aqz-KE-bpKQx',
    'https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ',
    'https://evil.example/youtube.com/watch?v=aqz-KE-bpKQ',
    'https://www.youtube.com@evil.example/watch?v=aqz-KE-bpKQ',
    'https://youtube.com:8443/watch?v=aqz-KE-bpKQ',
    'javascript:alert(1)//youtube.com/watch?v=aqz-KE-bpKQ',
    'data:text/html,youtube.com/watch?v=aqz-KE-bpKQ',
    'https://vimeo.com/about',
    'https://constructor/1',
    '',
    'https://youtu.be/"><script>',
  ])('%s is that of none', (url) => {
    expect(videoOf(url)).toBeUndefined();
  });
});
