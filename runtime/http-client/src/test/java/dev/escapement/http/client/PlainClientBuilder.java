package dev.escapement.http.client;

import dev.escapement.http.ClientBuilder;
import dev.escapement.http.ClientSettings;

/** A builder of settings for tests, of a model at a local server. */
final class PlainClientBuilder extends ClientBuilder<PlainClientBuilder> {

    private PlainClientBuilder(boolean strict) {
        super(strict);
    }

    static PlainClientBuilder create(boolean strict) {
        return new PlainClientBuilder(strict).model("m").baseUrl("http://localhost");
    }

    @Override
    protected PlainClientBuilder self() {
        return this;
    }

    ClientSettings build() {
        return settings("Acme");
    }
}
