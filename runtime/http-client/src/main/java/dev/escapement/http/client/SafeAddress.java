package dev.escapement.http.client;

import dev.escapement.http.request.Authority;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The form of an address in messages. Some gateways require a key in the path or in the query, so only path segments
 * that are known names of operations, versions or the model appear, and the query does not.
 *
 * @param text the address for messages
 * @param secrets the omitted parts of the address
 */
record SafeAddress(String text, List<String> secrets) {

    private static final String OMITTED = "\u2026";
    private static final Set<String> PUBLIC_PARAMETERS = Set.of("alt", "api-version", "version");
    private static final Pattern VERSION = Pattern.compile("v\\d{1,2}(\\.\\d{1,2})?((alpha|beta|preview)\\d{0,2})?");

    /** The names of operations, resources and products in the addresses of providers, in lower case. */
    private static final Set<String> WORDS = Set.of(
            "ai",
            "anthropic",
            "api",
            "apps",
            "azure",
            "bedrock",
            "beta",
            "chat",
            "coding",
            "compat",
            "compatibility",
            "compatible-mode",
            "completion",
            "completions",
            "count_tokens",
            "counttokens",
            "deepseek",
            "deployments",
            "endpoints",
            "engines",
            "gateway",
            "gemini",
            "generate",
            "generatecontent",
            "global",
            "google",
            "inference",
            "invocations",
            "invoke",
            "llm",
            "locations",
            "messages",
            "mistral",
            "models",
            "ollama",
            "openai",
            "openapi",
            "paas",
            "predict",
            "projects",
            "proxy",
            "publishers",
            "rawpredict",
            "responses",
            "router",
            "serving-endpoints",
            "streamgeneratecontent",
            "streamrawpredict");

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
            text.append(i == 0 ? "" : "/").append(isPublic ? segments[i] : OMITTED);
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
        return VERSION.matcher(segment).matches();
    }

    private static boolean isWord(String segment) {
        return WORDS.contains(segment.toLowerCase(Locale.ROOT));
    }
}
