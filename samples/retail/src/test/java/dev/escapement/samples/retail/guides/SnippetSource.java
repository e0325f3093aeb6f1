package dev.escapement.samples.retail.guides;

/**
 * A compilation unit made from a block of a document.
 *
 * @param text the text of the unit
 * @param packageName the package of the unit
 * @param block the block
 * @param offset the number of lines of the unit before the block's own lines
 */
record SnippetSource(String text, String packageName, FencedBlock block, int offset) {

    /** Returns the line of the document that corresponds to a line of the unit. */
    long documentLine(long line) {
        return Math.max(block.line(), block.line() + line - 1 - offset);
    }
}
