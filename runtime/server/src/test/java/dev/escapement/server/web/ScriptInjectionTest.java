package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Hostile texts in every place that a person, a model or a tool can fill: they are shown, and never executed. */
class ScriptInjectionTest extends DeskPages {

    /** Markup with scripts, an attribute's end, and a mark that reverses the direction of the text after it. */
    static final String HOSTILE =
            "<img src=x onerror=\"window.hacked=1\"></script><script>window.hacked=1</script>'\u202Etxt";

    private static final String SHOWN = HOSTILE.replace("\u202E", "U+202E");

    @BeforeEach
    void publish() {
        desk.publish(HOSTILE);
        signIn();
        article().locator("p.text").waitFor(); // the panel then handles keys
    }

    private void assertHarmless() {
        assertEquals(
                "1 0 undefined",
                page.evaluate("() => `${document.scripts.length} ${document.images.length} ${typeof window.hacked}`"));
    }

    private static Locator shown(Locator place) {
        return place.getByText(SHOWN).first();
    }

    private Locator article() {
        return page.locator("article");
    }

    private void refuse() {
        page.keyboard().press("r");
        page.getByLabel("Reason for the refusal").fill(HOSTILE);
        page.keyboard().press("Control+Enter");
    }

    private void reply() {
        page.locator(".list ol").getByText("ask_author").click();
        page.getByLabel("text", new Page.GetByLabelOptions().setExact(true)).fill(HOSTILE);
        page.keyboard().press("Control+Enter");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("Replied");
    }

    @Test
    void approvalIsShown() {
        assertThat(shown(article().locator("p.text"))).isVisible(); // the question
        assertThat(shown(article().locator(".value"))).isVisible(); // the argument
        assertThat(shown(article().locator(".facts"))).isVisible(); // the id, the label and the input
        assertThat(shown(page.locator(".list"))).isVisible();
        assertHarmless();
    }

    @Test
    void editedArgumentIsShown() {
        page.keyboard().press("e");
        page.getByLabel("text", new Page.GetByLabelOptions().setExact(true)).fill(HOSTILE + "2");
        page.keyboard().press("Control+Enter");

        assertThat(shown(article().locator("td.now"))).isVisible();
        assertHarmless();
    }

    @Test
    void everyEventIsShown() {
        refuse();
        reply();
        page.navigate(desk.home() + "threads.html");
        page.locator("tbody a").click();
        page.getByText("The thread has ended.").waitFor();
        Locator rows = page.locator(".row");
        rows.last().locator(".title").waitFor(); // the events are loaded
        for (int i = 0; i < rows.count(); i++) {
            rows.nth(i).click();
            page.locator(".view .raw > summary").click();
            assertHarmless();
        }

        assertThat(page.locator(".row .text").getByText("<img src=x")).not().hasCount(0);
        assertThat(shown(page.locator(".summary"))).isVisible();
    }

    @Test
    void modelInputIsShown() {
        page.navigate(desk.home() + "threads.html");
        page.locator("tbody a").click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Model’s input"))
                .click();

        assertThat(shown(page.locator(".view pre"))).isVisible();
        assertHarmless();
    }

    @Test
    void diagramAndReplayAreHarmless() {
        page.navigate(desk.home() + "threads.html");
        assertThat(shown(page.locator("tbody"))).isVisible();
        page.locator("tbody a").click();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Diagram"))
                .click();
        page.locator("svg.graph").waitFor();
        page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName("Replay"))
                .click();

        assertThat(page.locator(".view .result")).hasAttribute("data-matches", "true");
        assertHarmless();
    }

    @Test
    void problemIsShown() {
        page.navigate(desk.home() + "thread.html#%3Cimg%20src%3Dx%20onerror%3D%22window.hacked%3D1%22%3E");

        assertThat(page.locator("#failure")).isVisible();
        assertHarmless();
    }

    @Test
    void searchTextIsHarmless() {
        page.navigate(desk.home() + "threads.html");
        page.locator("tbody a").click();
        page.getByLabel("Search events").fill("<img src=x");
        page.keyboard().press("Enter");

        assertThat(page.locator(".row.found")).not().hasCount(0);
        assertHarmless();
    }
}
