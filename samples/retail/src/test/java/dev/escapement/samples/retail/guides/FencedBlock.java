package dev.escapement.samples.retail.guides;

import java.util.List;

/**
 * A fenced block of a Markdown document.
 *
 * @param line the number of the block's first line in the document, from 1; the fence is in the line before it
 * @param language the word after the fence; may be empty
 * @param comments the texts of the HTML comments directly before the fence
 * @param text the lines of the block, without the fences
 */
record FencedBlock(int line, String language, List<String> comments, String text) {
    FencedBlock {
        comments = List.copyOf(comments);
    }

    boolean isJava() {
        return language.equals("java");
    }
}
