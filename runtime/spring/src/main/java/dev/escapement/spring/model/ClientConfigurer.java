package dev.escapement.spring.model;

import dev.escapement.http.ClientBuilder;
import dev.escapement.http.HttpSettings;
import dev.escapement.model.PriceTable;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Applies settings to the builder of a client. Loaded only if a client is on the class path. */
final class ClientConfigurer {

    private ClientConfigurer() {}

    /** Applies the settings that all clients have in common. */
    static <B extends ClientBuilder<B>> B apply(ModelSettings settings, @Nullable PriceTable prices, B builder) {
        ifSet(settings.model(), builder::model);
        String key = settings.apiKey();
        if (key != null && !key.isBlank()) {
            builder.apiKey(key);
        }
        ifSet(settings.baseUrl(), builder::baseUrl);
        ifSet(settings.strict(), builder::strict);
        ifSet(settings.maxOutputTokens(), builder::maxOutputTokens);
        ifSet(prices, builder::prices);
        settings.properties().forEach(builder::property);
        return builder.http(http(settings));
    }

    private static HttpSettings http(ModelSettings settings) {
        HttpSettings http = HttpSettings.DEFAULT;
        if (settings.connectTimeout() != null) {
            http = http.withConnectTimeout(settings.connectTimeout());
        }
        if (settings.replyTimeout() != null) {
            http = http.withReplyTimeout(settings.replyTimeout());
        }
        if (settings.idleTimeout() != null) {
            http = http.withIdleTimeout(settings.idleTimeout());
        }
        if (settings.retries() != null) {
            http = http.withRetries(settings.retries());
        }
        for (Map.Entry<String, String> header : settings.headers().entrySet()) {
            http = http.withHeader(header.getKey(), header.getValue());
        }
        return http;
    }

    private static <T> void ifSet(@Nullable T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
