/** Loaded into each measured process: tells what it has used whenever the benchmark asks. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send({ cpu: user + system, rss: process.memoryUsage.rss() });
});
process.channel.unref();
