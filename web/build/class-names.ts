import { basename } from "node:path";

/**
 * Names of classes in the one sheet: file and class, instead of a hash, which can't be compressed and stands in sheet and script.
 * @throws where two files have the same name
 */
export function classNames(): (name: string, file: string) => string {
  const paths = new Map<string, string>();
  return (name, file) => {
    const [path = file] = file.split("?");
    const component = basename(path, ".module.css");
    const other = paths.get(component) ?? path;
    if (other !== path) throw new Error(`${path} has the same name as ${other}: rename one.`);
    paths.set(component, path);
    return `${component}-${name}`;
  };
}
