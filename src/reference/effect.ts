import ts from 'typescript';
import { type Sources, symbolOf } from './program.ts';

/**
 * Whether a method does nothing with a parameter: its body never reads it, or only to hand it on to a parameter that has
 * no effect either.
 */
export function hasNoEffect(parameter: ts.ParameterDeclaration, sources: Sources): boolean {
  return isUnread(parameter, sources, new Set());
}

function isUnread(
  parameter: ts.ParameterDeclaration,
  sources: Sources,
  asked: Set<ts.Node>,
): boolean {
  const body = ts.isMethodDeclaration(parameter.parent) ? parameter.parent.body : undefined;
  if (body === undefined || !ts.isIdentifier(parameter.name)) return false;
  // a method that calls itself says nothing new
  if (asked.has(parameter)) return true;
  asked.add(parameter);
  const receives = (use: ts.Identifier): boolean => {
    const receiver = receiverOf(use, sources);
    return receiver !== undefined && isUnread(receiver, sources, asked);
  };
  return usesOf(parameter.name, body, sources).every(receives);
}

function usesOf(name: ts.Identifier, body: ts.Node, { checker }: Sources): ts.Identifier[] {
  const symbol = checker.getSymbolAtLocation(name);
  const uses: ts.Identifier[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && node.text === name.text && isUseOf(node, symbol, checker))
      uses.push(node);
    ts.forEachChild(node, visit);
  };
  visit(body);
  return uses;
}

function isUseOf(
  node: ts.Identifier,
  symbol: ts.Symbol | undefined,
  checker: ts.TypeChecker,
): boolean {
  if (ts.isShorthandPropertyAssignment(node.parent))
    return checker.getShorthandAssignmentValueSymbol(node.parent) === symbol;
  return checker.getSymbolAtLocation(node) === symbol;
}

/** The parameter of a method of ours that an argument is for. */
function receiverOf(
  argument: ts.Identifier,
  sources: Sources,
): ts.ParameterDeclaration | undefined {
  const call = argument.parent;
  if (!ts.isCallExpression(call)) return undefined;
  const index = call.arguments.indexOf(argument);
  const method = symbolOf(sources.checker, call.expression)?.valueDeclaration;
  if (index < 0 || method === undefined || !ts.isMethodDeclaration(method)) return undefined;
  return method.parameters[index];
}
