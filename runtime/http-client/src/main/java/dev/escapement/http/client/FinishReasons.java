package dev.escapement.http.client;

import dev.escapement.model.StopReason;
import java.util.Optional;
import java.util.function.Function;

/**
 * An interpreter of the words by which one server states why the model stopped.
 *
 * @param words returns the reason that a word denotes, if it is known
 */
public record FinishReasons(Function<String, Optional<StopReason>> words) {

    /** The interpreter of the words in {@link StopReasons}. */
    public static final FinishReasons USUAL = new FinishReasons(StopReasons::of);

    /**
     * Returns the stop reason of a reply. A reply with an unknown word, or without a word, is complete only if it is whole.
     *
     * @param word the server's word; empty if it sent none
     * @param isWhole whether the protocol's end has arrived, the reply has text or calls, and the arguments of all calls
     *     are complete JSON objects
     * @return the reason
     * @throws ProviderErrorException if the word reports a temporary fault
     */
    public StopReason of(String word, boolean isWhole) {
        Optional<StopReason> known = words.apply(word);
        if (known.isEmpty() && StopReasons.isTemporaryFault(word)) {
            throw new ProviderErrorException(word, "The model stopped with the reason " + word + ".", true);
        }
        return known.orElse(isWhole ? StopReason.COMPLETE : StopReason.UNKNOWN);
    }

    /**
     * Returns whether the meaning of a word is known.
     *
     * @param word the server's word
     * @return whether it is
     */
    public boolean isKnown(String word) {
        return words.apply(word).isPresent();
    }
}
