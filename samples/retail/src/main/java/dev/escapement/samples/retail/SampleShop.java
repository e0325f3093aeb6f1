package dev.escapement.samples.retail;

import dev.escapement.json.Decoded;
import dev.escapement.samples.retail.shop.Database;
import dev.escapement.samples.retail.shop.DatabaseCodec;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A sample database of a small shop. It contains three products, two customers and four orders. */
public final class SampleShop {

    private static final String RESOURCE = "sample-shop.json";

    private SampleShop() {}

    /**
     * Returns the database stored in the sample's resources.
     *
     * @return the database, equal for each call
     */
    public static Database database() {
        return DatabaseCodec.INSTANCE.decode(json()).fold(Decoded.Accepted::value, rejected -> {
            throw new IllegalStateException(RESOURCE + ": " + rejected.feedback());
        });
    }

    private static String json() {
        try (InputStream resource = SampleShop.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
