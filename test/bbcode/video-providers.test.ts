import { describe, expect, test } from '@jest/globals';
import { videoOf } from '../../src/bbcode/video-providers.ts';

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
    [
      'https://youtu.be/aqz-KE-bpKQ?t=1m30s&list=PLx0&si=z',
      'https://www.youtube.com/watch?v=aqz-KE-bpKQ&list=PLx0&t=90s',
      'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?start=90&list=PLx0',
    ],
    [
      'https://www.youtube.com/embed/aqz-KE-bpKQ?start=7',
      'https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=7s',
      'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?start=7',
    ],
    [
      'https://vimeo.com/76979871/abcdef1234',
      'https://vimeo.com/76979871/abcdef1234',
      'https://player.vimeo.com/video/76979871?h=abcdef1234',
    ],
    [
      'https://player.vimeo.com/video/76979871?h=abcdef1234&badge=0#t=1m2s',
      'https://vimeo.com/76979871/abcdef1234#t=62s',
      'https://player.vimeo.com/video/76979871?h=abcdef1234#t=62s',
    ],
    [
      'https://www.dailymotion.com/video/x8abcde?start=12',
      'https://www.dailymotion.com/video/x8abcde?start=12',
      'https://www.dailymotion.com/embed/video/x8abcde?start=12',
    ],
    [
      'https://www.twitch.tv/videos/123?t=1h2m3s',
      'https://www.twitch.tv/videos/123?t=3723s',
      'https://player.twitch.tv/?video=v123&time=3723s',
    ],
    ['https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=x"><b>&list=<i>', undefined, undefined],
    ['https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=soon&list=a b', undefined, undefined],
    [
      'https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=soon',
      'https://www.youtube.com/watch?v=aqz-KE-bpKQ',
      'https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ',
    ],
  ])('%s keeps what matters', (given, url, embedurl) => {
    expect(videoOf(given)?.url).toBe(url);
    expect(videoOf(given)?.embedurl).toBe(embedurl);
    expect(url === undefined ? undefined : videoOf(url)).toEqual(videoOf(given));
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
