package dev.escapement.http.client;

import dev.escapement.http.request.Authority;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The form of an address in messages. Some gateways require a key in the path or in the query, so only path segments
 * that are names of operations, versions or the model appear, and the query does not.
 *
 * @param text the address for messages
 * @param secrets the omitted parts of the address
 */
record SafeAddress(String text, List<String> secrets) {

    private static final int MAX_WORD = 24;
    private static final int MAX_VERSION = 9;
    private static final Set<String> PUBLIC_PARAMETERS = Set.of("alt", "api-version", "version");
    private static final Set<String> SECRET_WORDS = Set.of("key", "secret", "token", "pass", "auth", "cred");

    /**
     * Returns the form of an address.
     *
     * @param uri the address
     * @param model the name of the model, which may be a part of the path
     */
    static SafeAddress of(URI uri, String model) {
        Authority authority = Authority.of(uri);
        List<String> secrets = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        if (uri.getScheme() != null) {
            text.append(uri.getScheme()).append("://").append(authority.host());
            text.append(authority.port() < 0 ? "" : ":" + authority.port());
        }
        addSecret(authority.userInfo(), secrets);
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String[] segments = path.split("/", -1);
        for (int i = 0; i < segments.length; i++) {
            boolean isPublic = isPublic(segments[i], model);
            text.append(i == 0 ? "" : "/").append(isPublic ? segments[i] : Redaction.HIDDEN);
            if (!isPublic) {
                addSecret(segments[i], secrets);
            }
        }
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String parameter : query.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals < 0 || !PUBLIC_PARAMETERS.contains(parameter.substring(0, equals))) {
                addSecret(parameter.substring(equals + 1), secrets);
            }
        }
        return new SafeAddress(text.toString(), List.copyOf(secrets));
    }

    private static void addSecret(String part, List<String> secrets) {
        secrets.add(part);
        try {
            secrets.add(URLDecoder.decode(part, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
            // the part itself is sufficient
        }
    }

    private static boolean isPublic(String segment, String model) {
        if (segment.isEmpty()) {
            return true;
        }
        int colon = segment.indexOf(':');
        String name = colon < 0 ? segment : segment.substring(0, colon); // models/m:generateContent
        boolean isModel = !model.isEmpty() && (name.equals(model) || model.endsWith("/" + name));
        boolean isOperation = colon < 0 || isWord(segment.substring(colon + 1));
        return (isModel && isOperation) || isVersion(segment) || isWord(segment);
    }

    private static boolean isVersion(String segment) {
        return segment.length() <= MAX_VERSION
                && segment.length() > 1
                && segment.charAt(0) == 'v'
                && Character.isDigit(segment.charAt(1))
                && segment.chars().allMatch(c -> c < 128 && (Character.isLowerCase(c) || Character.isDigit(c)));
    }

    private static boolean isWord(String segment) {
        String lower = segment.toLowerCase(Locale.ROOT);
        boolean hasPrefix = lower.startsWith("sk-") || lower.startsWith("sk_");
        return segment.length() <= MAX_WORD
                && !hasPrefix
                && lower.chars().allMatch(c -> (c >= 'a' && c <= 'z') || "-_.".indexOf(c) >= 0)
                && SECRET_WORDS.stream().noneMatch(lower::contains)
                && isMostlyLowerCase(segment);
    }

    /** Returns whether a word has at most one capital letter in four, as in {@code generateContent}. */
    private static boolean isMostlyLowerCase(String segment) {
        return 4 * segment.chars().filter(Character::isUpperCase).count() <= segment.length();
    }
}
