package dev.escapement.samples.newsroom;

import dev.escapement.Tool;

/**
 * Lets a writer write a draft.
 *
 * @param topic Topic of the article
 * @param round Number of the draft, from 1
 * @param draft Previous draft; empty in round 1
 * @param remarks Remarks of the editor about it; empty in round 1
 */
@Tool
record WriteDraft(String topic, int round, String draft, String remarks) implements AfterReview {

    /** Returns the call for the first draft. */
    static WriteDraft first(String topic) {
        return new WriteDraft(topic, 1, "", "");
    }

    /** Returns the text that the writer receives. */
    String assignment() {
        return round == 1
                ? "Write about: " + topic
                : "Write about: " + topic + "\nYour draft: " + draft + "\nRemarks of the editor: " + remarks;
    }
}
