package dev.escapement.samples.newsroom;

import dev.escapement.Tool;

/**
 * Submits the draft to the editor.
 *
 * @param title Title
 * @param text Text
 */
@Tool
record SubmitDraft(String title, String text) {}
