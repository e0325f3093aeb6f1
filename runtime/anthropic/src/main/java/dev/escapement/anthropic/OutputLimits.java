package dev.escapement.anthropic;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The maximum lengths of replies that servers named when they rejected the default length. They differ between models, so
 * that the client learns them from errors such as {@code max_tokens: 16384 > 8192, which is the maximum allowed number of
 * output tokens}. Safe for use by several Java threads.
 */
final class OutputLimits {

    private static final System.Logger LOG = System.getLogger(AnthropicModel.class.getName());
    private static final int MAX_MESSAGE = 2000;
    private static final int LEAST = 16;

    /** The names of the property in messages. */
    private static final Pattern NAME = Pattern.compile("max[_ ](output[_ ]|completion[_ ])?tokens|output tokens");

    /** A number that is not a part of a name or of a version. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.-])\\d{1,3}(?:,\\d{3})+(?![\\w-])|(?<![\\w.-])\\d{1,9}(?![\\w-])");

    private final Map<String, Integer> byModel = new ConcurrentHashMap<>();

    /** Returns the limit of a model, if a server has named one. */
    OptionalInt of(String model) {
        Integer limit = byModel.get(model);
        return limit == null ? OptionalInt.empty() : OptionalInt.of(limit);
    }

    /**
     * Learns the limit of a model from an error.
     *
     * @param sent the length that the rejected request contained
     * @return whether the error names a lower limit
     */
    boolean learn(String model, String error, int sent) {
        OptionalInt limit = in(error, sent);
        limit.ifPresent(found -> {
            byModel.merge(model, found, Math::min);
            LOG.log(
                    System.Logger.Level.WARNING,
                    "The server limits replies of " + model + " to " + found + " tokens. Later requests contain this"
                            + " limit. To avoid the rejected request, set maxOutputTokens(" + found + ").");
        });
        return limit.isPresent();
    }

    /** Returns the limit that an error names: the largest number that is lower than the rejected one. */
    static OptionalInt in(String error, int sent) {
        String message =
                error.substring(0, Math.min(MAX_MESSAGE, error.length())).toLowerCase(Locale.ROOT);
        if (!NAME.matcher(message).find() || message.contains("context")) {
            return OptionalInt.empty();
        }
        int largest = 0;
        Matcher number = NUMBER.matcher(message);
        while (number.find()) {
            int value = Integer.parseInt(number.group().replace(",", ""));
            largest = value < sent ? Math.max(largest, value) : largest;
        }
        return largest < LEAST ? OptionalInt.empty() : OptionalInt.of(largest);
    }
}
