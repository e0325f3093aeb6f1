package dev.escapement.samples.newsroom;

/** The result of an {@link Editor}. */
sealed interface Review {

    /**
     * The acceptance of an article, which a person has approved.
     *
     * @param article the article as it is to be published
     */
    record Acceptance(Article article) implements Review {}

    /**
     * A request for another draft.
     *
     * @param remarks the changes
     */
    record ChangeRequest(String remarks) implements Review {}
}
