package dev.escapement.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamingTest {

    @ParameterizedTest
    @CsvSource({
        "orderId, order_id",
        "IssueRefund, issue_refund",
        "address1, address1",
        "line2Text, line2_text",
        "parseURLNow, parse_url_now",
        "orderID, order_id",
        "URL, url",
        "A, a",
        "a, a",
        "aB, a_b",
        "HTTPServer2, http_server2",
        "already_snake, already_snake",
        "Half_Snake, half_snake",
        "_leading, _leading",
        "_Leading, _leading",
        "trailing_, trailing_",
        "CONSTANT_NAME, constant_name",
        "größeÄndern, größe_ändern"
    })
    void wordsAreInLowerCaseAndJoinedByUnderscores(String name, String snake) {
        assertEquals(snake, Naming.snakeCase(name));
    }

    @ParameterizedTest
    @CsvSource({"lookUp, LOOK_UP", "parseURLNow, PARSE_URL_NOW", "A, A"})
    void constantsAreTheSameInUpperCase(String name, String constant) {
        assertEquals(constant, Naming.constant(name));
    }

    /** In Turkish, the lower case of I is another letter. */
    @Test
    void theLanguageOfTheMachineDoesNotMatter() {
        java.util.Locale before = java.util.Locale.getDefault();
        java.util.Locale.setDefault(java.util.Locale.forLanguageTag("tr"));
        try {
            assertEquals("issue_id", Naming.snakeCase("IssueID"));
            assertEquals("ISSUE", Naming.constant("issue"));
        } finally {
            java.util.Locale.setDefault(before);
        }
    }

    @Test
    void componentsKeepTheirNamesUnlessAskedOtherwise() {
        assertEquals("orderId", Naming.AS_DECLARED.property("orderId"));
        assertEquals("order_id", Naming.SNAKE_CASE.property("orderId"));
    }

    @ParameterizedTest
    @CsvSource({"as_declared, AS_DECLARED", "snake_case, SNAKE_CASE"})
    void optionsAreTheNamesInLowerCase(String option, Naming naming) {
        assertEquals(Optional.of(naming), Naming.ofOption(option));
    }

    @ParameterizedTest
    @CsvSource({"camelCase", "SNAKE_CASE", "inherit", "''"})
    void otherOptionsAreNone(String option) {
        assertEquals(Optional.empty(), Naming.ofOption(option));
    }
}
