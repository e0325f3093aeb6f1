package dev.escapement.anthropic;

import dev.escapement.http.client.StopReasons;
import dev.escapement.model.Delta;
import dev.escapement.model.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The beginning of a turn that the provider paused, for example during a long search. The provider continues the turn if
 * the same request is sent with this content as its last message.
 *
 * @param blocks the content so far; not empty and without thinking at its end, except in {@link #NONE}
 * @param usage the usage so far
 * @param parts the number of replies so far
 * @see <a href="https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons">Stop reasons</a>
 */
record PausedTurn(List<ReplyBlock> blocks, Usage usage, int parts) {

    /** The state before the first reply. */
    static final PausedTurn NONE = new PausedTurn(List.of(), Usage.NONE, 0);

    /** The maximum number of requests that continue one turn. */
    static final int MAX_PARTS = 10;

    private static final long MAX_TOKENS = Long.MAX_VALUE / 4; // the sum of two such counts fits in a long
    private static final Set<String> REASONS = Set.of("pause_turn", "compaction");

    PausedTurn {
        blocks = List.copyOf(blocks);
    }

    /** Returns whether a stop reason is that of a paused turn. */
    static boolean isReason(String reason) {
        return REASONS.contains(StopReasons.normalized(reason));
    }

    /**
     * Returns the turn after one more reply.
     *
     * @param content all content of the turn
     * @param used the usage of the whole turn
     * @return the turn to continue; empty if the limit is reached, or the content cannot be continued because it is empty
     *     or has calls
     */
    Optional<PausedTurn> then(List<ReplyBlock> content, Usage used) {
        int end = content.size();
        while (end > 0
                && (content.get(end - 1).isThinking() || content.get(end - 1).isBlankText())) {
            end--;
        }
        boolean isPossible = end > 0 && parts < MAX_PARTS && content.stream().noneMatch(ReplyBlock::isCall);
        return isPossible ? Optional.of(new PausedTurn(content.subList(0, end), used, parts + 1)) : Optional.empty();
    }

    /** Returns the sum of the usage so far and that of the next reply. */
    Usage plus(Usage next) {
        return parts == 0
                ? next
                : new Usage(
                        sum(usage.inputTokens(), next.inputTokens()),
                        sum(usage.outputTokens(), next.outputTokens()),
                        sum(usage.cachedTokens(), next.cachedTokens()),
                        usage.cost().add(next.cost()));
    }

    private static long sum(long earlier, long next) {
        return Math.min(MAX_TOKENS, Math.min(MAX_TOKENS, earlier) + Math.min(MAX_TOKENS, next));
    }

    /** Returns all content of the turn, including that of the next reply. */
    List<ReplyBlock> with(List<ReplyBlock> next) {
        List<ReplyBlock> all = new ArrayList<>(blocks);
        all.addAll(next);
        return all;
    }

    /**
     * Returns a consumer that repeats the deltas of this content after {@link Delta.Discarded}. A retry of a later request
     * voids all deltas of a reply, but not this content.
     */
    Consumer<Delta> restoring(Consumer<Delta> deltas) {
        return blocks.isEmpty()
                ? deltas
                : delta -> {
                    deltas.accept(delta);
                    if (delta.equals(new Delta.Discarded())) {
                        blocks.forEach(block -> block.beginning().ifPresent(deltas));
                    }
                };
    }
}
