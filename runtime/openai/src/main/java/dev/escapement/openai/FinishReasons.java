package dev.escapement.openai;

import dev.escapement.http.client.ProviderErrorException;
import dev.escapement.model.StopReason;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An interpreter of the words by which one server states why the model stopped. Logs each unknown word once. Safe for
 * use by several Java threads.
 */
final class FinishReasons {

    private static final System.Logger LOG = System.getLogger(OpenAiModel.class.getName());
    private static final int MAX_LOGGED = 100;

    private final Flavor flavor;
    private final Set<String> logged = ConcurrentHashMap.newKeySet();

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
        Optional<StopReason> known = flavor.stopReason(word);
        if (known.isPresent()) {
            return known.get();
        }
        if (!word.isEmpty() && logged.size() < MAX_LOGGED && logged.add(word)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The model stopped with the unknown reason " + word + ". The reply is "
                            + (isWhole ? "complete" : "incomplete")
                            + ". Define the word with Flavor.builder().stopReason(...).");
        }
        return isWhole ? StopReason.COMPLETE : StopReason.UNKNOWN;
    }
}
