import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import ts from "typescript";

/** Our own files that a file loads: what it imports but for types, and workers that it starts by their address. */
export async function importsOf(file: string): Promise<readonly string[]> {
  const source = ts.createSourceFile(file, await readFile(file, "utf8"), ts.ScriptTarget.Latest, true);
  const named: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = loadedBy(node);
    if (text !== undefined) named.push(text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return named.flatMap((text) => fileOf(file, text) ?? []);
}

/** Every file that is loaded with this one, itself included. */
export async function reachedFrom(start: string): Promise<readonly string[]> {
  const reached = new Set<string>([start]);
  for (const file of reached) for (const next of await importsOf(file)) reached.add(next);
  return [...reached];
}

/** What this file and those that come with it at once take from packages; not what is loaded when it is wanted. */
export async function packagesAtOnce(start: string): Promise<readonly string[]> {
  const reached = new Set<string>([start]);
  const packages = new Set<string>();
  for (const file of reached) {
    const { statements } = ts.createSourceFile(
      file,
      await readFile(file, "utf8"),
      ts.ScriptTarget.Latest,
      true,
    );
    for (const text of statements.flatMap((statement) => loadedBy(statement) ?? [])) {
      const own = fileOf(file, text);
      if (own !== undefined) reached.add(own);
      else packages.add(text);
    }
  }
  return [...packages].toSorted();
}

function loadedBy(node: ts.Node): string | undefined {
  if (ts.isImportDeclaration(node)) return isOfTypesOnly(node) ? undefined : textOf(node.moduleSpecifier);
  if (ts.isExportDeclaration(node)) return node.isTypeOnly ? undefined : textOf(node.moduleSpecifier);
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
    return textOf(node.arguments[0]);
  return ts.isNewExpression(node) && node.expression.getText() === "URL"
    ? textOf(node.arguments?.[0])
    : undefined;
}

function isOfTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.length > 0 &&
    namedBindings.elements.every(({ isTypeOnly }) => isTypeOnly)
  );
}

function textOf(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}

/** Of ours, as a path from the root. */
function fileOf(from: string, specifier: string): string | undefined {
  const base = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? path.join(path.dirname(from), specifier)
      : undefined;
  if (base === undefined) return undefined;
  return [base, `${base}.ts`, `${base}.tsx`].find((name) => /\.tsx?$/.test(name) && existsSync(name));
}
