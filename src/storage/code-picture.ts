import { Gate } from '../gate.ts';
import type { Images } from './images.ts';

/** A picture takes some 20 ms. */
const drawing = new Gate(1, 50);

const look = {
  ...{ width: 220, height: 80, fontSize: 62 },
  ...{ noise: 4, color: true, background: '#f4f4f4' },
};

export interface CodePicture {
  readonly type: 'png' | 'svg';
  readonly bytes: Buffer;
}

/**
 * Draws a code that people read and programs hardly: letters are bent outlines of a font, so nothing in the picture tells
 * them. A PNG, or the SVG that it is made of where the package that makes pictures is not installed.
 * @throws ApiError `toobusy`
 */
export async function drawCode(code: string, images: Images | undefined): Promise<CodePicture> {
  return drawing.run(async () => {
    // loaded with the first one: it reads a font, and most boards draw none
    const { default: library } = await import('svg-captcha');
    // Its types leave out that it is a function, which draws a text of the caller's.
    const draw = library as unknown as (text: string, options: typeof look) => string;
    const svg = Buffer.from(draw(code, look));
    if (images === undefined) return { type: 'svg', bytes: svg };
    return { type: 'png', bytes: await images.fromSvg(svg) };
  });
}
