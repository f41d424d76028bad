/** Loaded before everything else of a program, which an older Node would only fail to load, with a stack. */
const needed = 24;

if (Number(process.versions.node.split(".")[0]) < needed) {
  process.stderr.write(
    `Node ${needed} is needed; this is ${process.version}. npm start, npm run worker, npm run migrate and npm run operator bring theirs along.\n`,
  );
  process.exit(1);
}
