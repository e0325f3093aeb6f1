package dev.escapement.openai;

import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.model.StopReason;

/** An interpreter of the words by which one server states why the model stopped. */
final class FinishReasons {

    private final Flavor flavor;

    FinishReasons(Flavor flavor) {
        this.flavor = flavor;
    }

    /**
     * Returns the stop reason of a reply whose end has arrived.
     *
     * @param word the server's word; empty if it sent none
     * @param isWhole whether the reply has content and the arguments of all calls are complete
     * @throws ProviderErrorException if the word reports a temporary fault
     */
    StopReason of(String word, boolean isWhole) {
        if (flavor.isTemporaryFault(word)) {
            throw new ProviderErrorException(word, "The model stopped with the reason " + word + ".", true);
        }
        return flavor.stopReason(word).orElse(isWhole ? StopReason.COMPLETE : StopReason.UNKNOWN);
    }

    boolean isKnown(String word) {
        return flavor.stopReason(word).isPresent();
    }
}
