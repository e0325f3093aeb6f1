package dev.escapement.processor.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.util.Optional;
import java.util.SplittableRandom;
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
        "parseURLNow, parse_urlnow",
        "fooBARbaz, foo_barbaz",
        "orderID, order_id",
        "URL, url",
        "A, a",
        "a, a",
        "aB, a_b",
        "Ab, ab",
        "aBC, a_bc",
        "ABc, abc",
        "HTTPServer2, httpserver2",
        "a1B2c3, a1_b2c3",
        "X1Y, x1_y",
        "already_snake, already_snake",
        "Half_Snake, half_snake",
        "_leading, leading",
        "_Leading, leading",
        "__two, _two",
        "__Two, _two",
        "_1st, 1st",
        "trailing_, trailing_",
        "two__Bars, two__bars",
        "CONSTANT_NAME, constant_name",
        "A_B_C, a_b_c",
        "$price, $price",
        "net$Price, net$_price",
        "größeÄndern, größe_ändern",
        "ÄÖÜ, äöü",
        "straßeß, straßeß",
        "ελληνικάΚείμενα, ελληνικά_κείμενα",
        "İstanbul, istanbul",
        "iPhoneİ, i_phone_i",
        "数据Name, 数据_name"
    })
    void snakeCaseIsThatOfJackson(String name, String snake) {
        assertEquals(snake, Naming.snakeCase(name));
        assertEquals(
                new PropertyNamingStrategies.SnakeCaseStrategy().translate(name),
                Naming.snakeCase(name),
                () -> "Jackson and we differ in " + name);
        assertEquals(!snake.equals(name), Naming.converts(name));
    }

    @Test
    void randomNamesAreThoseOfJackson() {
        String letters = "aBcDeF12_$éÉΩωßǅİ\u24b6\ud801\udc00";
        SplittableRandom random = new SplittableRandom(7);
        PropertyNamingStrategies.SnakeCaseStrategy jackson = new PropertyNamingStrategies.SnakeCaseStrategy();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(1, 12); length > 0; length--) {
                name.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertEquals(jackson.translate(name.toString()), Naming.snakeCase(name.toString()));
        }
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
        assertEquals("orderId", Naming.AS_DECLARED.member("orderId"));
        assertEquals("order_id", Naming.SNAKE_CASE.member("orderId"));
        assertEquals("late_delivery", Naming.SNAKE_CASE.member("LATE_DELIVERY"));
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
