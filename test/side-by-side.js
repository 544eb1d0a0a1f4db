import { spawn } from 'node:child_process';

// node test/side-by-side.js SCRIPT… LAST: runs scripts of package.json one after the other, and the last one beside them.
// What only reads the code fills the time in which tests wait. Its output comes as a whole, when it has ended.

/** @returns true when the script succeeded */
function run(script, stdio) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', ...script.split(' ')], {
      stdio: ['ignore', stdio, stdio],
    });
    const output = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      process.stdout.write(Buffer.concat(output));
      if (stdio === 'pipe' || code !== 0)
        console.log(`${script}: ${code === 0 ? 'passed' : 'FAILED'}`);
      resolve(code === 0);
    });
  });
}

async function runInTurn(scripts) {
  const passed = [];
  for (const script of scripts) passed.push(await run(script, 'pipe'));
  return passed;
}

const scripts = process.argv.slice(2);
const [checks, last] = await Promise.all([
  runInTurn(scripts.slice(0, -1)),
  run(scripts.at(-1), 'inherit'),
]);
const failed = scripts.filter((_, index) => ![...checks, last][index]);
if (failed.length > 0) console.log(`\nFAILED: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
