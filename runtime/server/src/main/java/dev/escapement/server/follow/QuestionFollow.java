package dev.escapement.server.follow;

import dev.escapement.server.Identity;

/** A notice whenever the open questions that an identity can see have changed, and one at the start. */
final class QuestionFollow implements StreamBody {
    /** The topic of all questions. */
    static final String TOPIC = "questions";

    private final QuestionDigests digests;
    private final Identity identity;
    private long digest;
    private boolean isBegun;

    QuestionFollow(QuestionDigests digests, Identity identity) {
        this.digests = digests;
        this.identity = identity;
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public StreamTurn next(boolean readsStore, boolean readsBacklog) {
        if (!isBegun) {
            isBegun = true;
            digest = digests.digest(identity);
            return new StreamTurn(StreamText.RETRY + StreamText.CHANGED, StreamTurn.Kind.WAITING);
        }
        long before = digest;
        digest = readsStore ? digests.digest(identity) : before;
        return new StreamTurn(digest == before ? "" : StreamText.CHANGED, StreamTurn.Kind.WAITING);
    }
}
