package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escapement.tool.Dialect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("pages")
@ExtendWith(BrowserExtension.class)
class FormTest {
    private static final String SCHEMA = TripRequestSpec.INSTANCE.schema(Dialect.JSON_SCHEMA);

    private static final String VALUE = """
            {"code":"AB12","seats":2,"customer":9007199254740993,"price":120.50,"flexible":true,"cabin":"BUSINESS",\
            "day":"2026-11-30","checkedAt":"2026-11-30T18:30:00Z","note":"two\\r\\nlines","nickname":null,\
            "travellers":[{"name":"Ada","age":36},{"name":""}],"miles":{"north air":12,"__proto__":1},\
            "extras":["BAG","MEAL"],\
            "filter":{"type":"all_of","filters":[{"type":"not","filter":{"type":"nonstop"}},{"type":"nonstop"}]}}""";

    private static TestBrowser browser;
    private static WebHost host;

    private Page page;

    @BeforeAll
    static void launch(TestBrowser shared) {
        browser = shared;
        host = WebHost.start(0, exchange -> {
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
    }

    @AfterAll
    static void stop() {
        if (host != null) {
            host.close();
        }
    }

    @BeforeEach
    void open() {
        page = browser.person();
        page.navigate(host.uri() + "threads.html");
        render(SCHEMA, VALUE);
    }

    @AfterEach
    void assertNoErrors() {
        page.context().close();
        browser.assertNoErrors();
    }

    private void render(String schema, String value) {
        page.evaluate("""
                async ([schema, value]) => {
                  const { createForm } = await import('./assets/form.js');
                  window.json = await import('./assets/json.js');
                  window.form = createForm(window.json.parse(schema), value && window.json.parse(value), 'Arguments');
                  document.getElementById('main').replaceChildren(window.form.element);
                }""", new Object[] {schema, value});
    }

    private String value() {
        return (String) page.evaluate("() => window.json.stringify(window.form.value())");
    }

    private void show(String violations) {
        page.evaluate("(violations) => { window.form.show(JSON.parse(violations), '$.arguments'); }", violations);
    }

    private Locator labelled(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    @Test
    void valueMatchesTheSchema() {
        assertEquals("", TripRequestSpec.INSTANCE.decode(VALUE).fold(accepted -> "", Object::toString));
    }

    @Test
    void valueOfAnotherShapeIsKept() {
        String other =
                VALUE.replace("\"cabin\":\"BUSINESS\"", "\"cabin\":{\"a\":1}").replace("\"all_of\"", "\"new\"");
        render(SCHEMA, other);

        assertEquals(other, value());
    }

    @Test
    void untouchedFormReturnsTheSameJson() {
        assertEquals(VALUE, value());
    }

    @Test
    void editedNumbersKeepAllDigits() {
        labelled("customer").fill("9223372036854775807");
        labelled("price").fill("99.90");

        assertEquals(
                VALUE.replaceFirst("9007199254740993", "9223372036854775807").replace("120.50", "99.90"), value());
    }

    @Test
    void textThatIsNotANumberReachesTheServer() {
        labelled("seats").fill("two");

        assertEquals(VALUE.replace("\"seats\":2", "\"seats\":\"two\""), value());
    }

    @Test
    void optionalTextCanBeLeftOut() {
        labelled("note: given?").selectOption("left out");

        assertEquals(VALUE.replace("\"note\":\"two\\r\\nlines\",", ""), value());
    }

    @Test
    void nullCanBecomeEmptyText() {
        labelled("nickname: given?").selectOption("set");

        assertEquals(VALUE.replace("\"nickname\":null", "\"nickname\":\"\""), value());
    }

    @Test
    void rowsCanBeAddedAndRemoved() {
        button("Remove travellers 1").click();
        button("Add to travellers").click();
        labelled("name").last().fill("Grace");

        assertEquals(
                VALUE.replace("{\"name\":\"Ada\",\"age\":36},{\"name\":\"\"}", "{\"name\":\"\"},{\"name\":\"Grace\"}"),
                value());
    }

    @Test
    void entryOfAMapIsRemovedByItsName() {
        button("Remove miles north air").click();

        assertEquals(VALUE.replace("\"north air\":12,", ""), value());
    }

    @Test
    void setKeepsItsOrder() {
        labelled("LOUNGE").check();
        labelled("BAG").uncheck();

        assertEquals(VALUE.replace("[\"BAG\",\"MEAL\"]", "[\"MEAL\",\"LOUNGE\"]"), value());
    }

    @Test
    void branchOfAChoiceCanChange() {
        labelled("filter: type").first().selectOption("nonstop");

        assertEquals(
                VALUE.replaceAll("\"filter\":\\{\"type\":\"all_of\".*", "\"filter\":{\"type\":\"nonstop\"}}"), value());
    }

    @Test
    void violationMarksItsField() {
        show("[{\"path\":\"$.arguments.travellers[1].name\",\"expected\":\"text\",\"actual\":\"nothing\"}]");

        assertThat(labelled("name").nth(1)).hasAttribute("aria-invalid", "true");
        assertThat(labelled("name").nth(1)).hasAccessibleDescription("Expected text, found nothing.");
        assertThat(labelled("name").nth(1)).isFocused();
    }

    @Test
    void violationOfAQuotedNameMarksItsField() {
        show("[{\"path\":\"$.arguments.miles[\\\"north air\\\"]\",\"expected\":\"less\",\"actual\":\"more\"}]");

        assertThat(labelled("miles: value").first()).hasAttribute("aria-invalid", "true");
    }

    @Test
    void unknownShapeIsEditedAsJson() {
        render("{\"not\":{}}", "{\"a\":[1]}");
        labelled("Arguments").fill("{\"a\":[1,12345678901234567890]}");

        assertEquals("{\"a\":[1,12345678901234567890]}", value());
    }

    @Test
    @Tag("essential")
    void everyControlIsAccessible() {
        TestBrowser.assertAccessible(page);
    }

    @Test
    void itemsAreNumbered() {
        page.getByText("Remove travellers 1").click();

        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("travellers item 1")))
                .hasCount(1);
        assertThat(page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName("travellers item 2")))
                .hasCount(0);
    }
}
