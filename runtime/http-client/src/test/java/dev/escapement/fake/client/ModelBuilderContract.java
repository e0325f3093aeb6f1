package dev.escapement.fake.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.http.ClientBuilder;
import dev.escapement.model.Model;
import dev.escapement.model.ModelInfo;
import dev.escapement.model.PriceTable;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The settings that the builder of every client has, and the environment variables that it reads.
 *
 * @param <B> the builder
 */
public abstract class ModelBuilderContract<B extends ClientBuilder<B>> {

    /** Returns a new builder. */
    protected abstract B builder();

    protected abstract Model build(B builder);

    /** Returns the model that environment variables name. */
    protected abstract Model fromEnvironment(Function<String, String> variables);

    /** Returns the beginning of the names of the environment variables. */
    protected abstract String prefix();

    /** Returns the host of the provider. */
    protected abstract String host();

    private B localBuilder() {
        return builder().model("m-1").baseUrl("http://localhost");
    }

    private Model fromEnvironment(String model, String key, String baseUrl) {
        return fromEnvironment(
                Map.of(prefix() + "_MODEL", model, prefix() + "_API_KEY", key, prefix() + "_BASE_URL", baseUrl)::get);
    }

    @Test
    void environmentNamesAModelOfTheProvider() {
        ModelInfo info = fromEnvironment("m-1", "sk-1\n", "").info();

        assertEquals("m-1", info.model());
        assertEquals(host(), info.host());
        assertEquals(443, info.port());
    }

    @Test
    void otherServerNeedsNoKey() {
        ModelInfo info =
                fromEnvironment("m-1", " ", "http://localhost:4000/v1/").info();

        assertEquals("localhost", info.host());
        assertEquals(4000, info.port());
    }

    @Test
    void missingVariablesAreNamed() {
        IllegalStateException missing =
                assertThrows(IllegalStateException.class, () -> fromEnvironment(Map.<String, String>of()::get));

        assertTrue(missing.getMessage().contains(prefix() + "_MODEL"), missing.getMessage());
        assertTrue(missing.getMessage().contains(prefix() + "_API_KEY"), missing.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost/v1",
                "ftp://localhost",
                "http://",
                "http://sk-secret@localhost/v1",
                "http://localhost/v1#sk-secret",
                "http://local host/sk-secret"
            })
    void invalidAddressIsRejectedAndNotRepeated(String baseUrl) {
        assertRejectedWithoutSecret(localBuilder().baseUrl(baseUrl));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sk-secret\n", "sk secret", "sk-secret\u00e4"})
    void invalidKeyIsRejectedAndNotRepeated(String key) {
        assertRejectedWithoutSecret(localBuilder().apiKey(key));
    }

    private void assertRejectedWithoutSecret(B builder) {
        IllegalArgumentException rejected = assertThrows(IllegalArgumentException.class, () -> build(builder));

        assertFalse(rejected.getMessage().contains("secret"), rejected.getMessage());
    }

    @Test
    void nameOfTheModelIsRequired() {
        assertThrows(IllegalArgumentException.class, () -> build(builder().apiKey("k")));
        assertThrows(
                IllegalArgumentException.class, () -> build(builder().model(" ").apiKey("k")));
    }

    @Test
    void keyOfTheProviderIsRequired() {
        assertThrows(IllegalArgumentException.class, () -> build(builder().model("m-1")));
    }

    @Test
    void lengthOfAReplyIsPositive() {
        assertThrows(IllegalArgumentException.class, () -> build(localBuilder().maxOutputTokens(0)));
    }

    @Test
    void modelWithoutAPriceIsRejected() {
        assertThrows(IllegalArgumentException.class, () -> build(localBuilder().prices(PriceTable.EMPTY)));
    }

    @Test
    void propertyThatIsNotJsonIsNamed() {
        IllegalArgumentException rejected = assertThrows(
                IllegalArgumentException.class, () -> localBuilder().property("temperature", "{"));

        assertTrue(rejected.getMessage().contains("temperature"), rejected.getMessage());
    }

    @Test
    void textOfAModelDoesNotContainTheKey() {
        String text = build(localBuilder().apiKey("sk-secret")).toString();

        assertTrue(text.contains("m-1 at localhost:80"), text);
        assertFalse(text.contains("secret"), text);
    }
}
