package dev.escapement.gemini;

import dev.escapement.http.request.BaseUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The addresses of the Gemini API at one base URL. An address contains the name of the model and the operation.
 *
 * @param baseUrl the part before the name of the model, with the version
 */
record GeminiAddress(BaseUrl baseUrl) {

    private static final String VERSION = "/v1beta";
    private static final String UNRESERVED = "-._~/@:";

    /**
     * Returns the addresses at the base URL of the settings. The version is added to a base URL without a path. The path
     * may include the model and the operation, which are replaced.
     */
    static GeminiAddress of(BaseUrl configured) {
        String path = configured.uri().getRawPath();
        if (path.isEmpty()) {
            return new GeminiAddress(new BaseUrl(configured.with(VERSION)));
        }
        int models = path.lastIndexOf("/models");
        boolean isComplete = models >= 0 && path.substring(models).matches("/models(/[^/]*)?");
        String prefix = isComplete ? path.substring(0, models) : path;
        String query = configured.uri().getRawQuery();
        String address = configured.uri().getScheme() + "://" + configured.uri().getRawAuthority() + prefix;
        return new GeminiAddress(new BaseUrl(URI.create(query == null ? address : address + "?" + query)));
    }

    /**
     * Returns the address of an operation.
     *
     * @param model the name of the model; with a slash, it is a path, for example {@code tunedModels/mine}
     * @param stream whether the reply is streamed
     */
    URI of(String model, boolean stream) {
        String path = (model.contains("/") ? "/" : "/models/") + encoded(model);
        return baseUrl.with(path + (stream ? ":streamGenerateContent?alt=sse" : ":generateContent"));
    }

    private static String encoded(String model) {
        StringBuilder encoded = new StringBuilder();
        for (byte unit : model.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (unit & 0xFF);
            boolean isPlain = (c < 128 && Character.isLetterOrDigit(c)) || UNRESERVED.indexOf(c) >= 0;
            encoded.append(
                    isPlain ? String.valueOf(c) : "%%%02X".formatted((int) c).toUpperCase(Locale.ROOT));
        }
        return encoded.toString();
    }
}
