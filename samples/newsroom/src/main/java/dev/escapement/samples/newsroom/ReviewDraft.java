package dev.escapement.samples.newsroom;

import dev.escapement.Tool;

/**
 * Lets an editor review a draft.
 *
 * @param topic Topic of the article
 * @param round Number of the draft, from 1
 * @param draft The draft
 */
@Tool
record ReviewDraft(String topic, int round, Article draft) {}
