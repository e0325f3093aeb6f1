package dev.escapement.internal.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DidYouMeanTest {

    private static final List<String> NAMES = List.of("orderId", "qty", "amount_cents", "sku", "x", "y");

    @ParameterizedTest
    @CsvSource({
        "orderid,orderId",
        "order_id,orderId",
        "ORDER-ID,orderId",
        "oderId,orderId",
        "amountCents,amount_cents",
        "ammount_cent,amount_cents",
        "qt,qty",
        "qyt,qty",
        "qtyy,qty",
        "X,x"
    })
    void findsANameThatIsClose(String written, String meant) {
        assertEquals(Optional.of(meant), DidYouMean.among(written, NAMES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_", "z", "tyq", "colour", "orderIdentification", "amount"})
    void findsNothingWhereNothingIsClose(String written) {
        assertEquals(Optional.empty(), DidYouMean.among(written, NAMES));
    }

    @Test
    void theClosestWins() {
        assertEquals(
                Optional.of("refund_order"), DidYouMean.among("refund_orde", List.of("refund_odr", "refund_order")));
    }

    @Test
    void theFirstOfEqualsWins() {
        assertEquals(Optional.of("cat"), DidYouMean.among("cut", List.of("cat", "cot")));
    }

    @Test
    void anEnormousNameTakesNoTime() {
        String enormous = "a".repeat(1_000_000);

        assertEquals(
                Optional.empty(),
                assertTimeoutPreemptively(Duration.ofSeconds(30), () -> DidYouMean.among(enormous, NAMES)));
    }
}
