package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.escapement.thread.Event;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The inbox with a real server, agent and store. Waits are those of the browser: a decision is recorded before it shows. */
class InboxTest extends DeskPages {

    @BeforeEach
    void request() {
        desk.request("deploy-1", "v1.4.2");
    }

    private void open(Page opened) {
        opened.navigate(desk.link().toString());
        assertThat(heading(opened, "Approve deploy_tag?")).isVisible();
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator status(Page page) {
        return page.getByRole(AriaRole.STATUS);
    }

    private static Locator outcome(Page page) {
        return page.locator("article").getByRole(AriaRole.ALERT);
    }

    private <T extends Event> List<T> events(String id, Class<T> kind) {
        return desk.thread(id).events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Test
    void keyboardAloneDecidesEveryKind() {
        desk.request("deploy-2", "v1.5.0");
        desk.request("deploy-3", "v1.6.0");
        desk.request("ask-4", "How far shall v1.7.0 go?");
        open(page);

        page.keyboard().press("a");
        page.keyboard().press("Enter");
        assertThat(status(page)).containsText("Approved");

        page.keyboard().press("e");
        page.keyboard().press("Control+A");
        page.keyboard().type("v1.5.1");
        page.keyboard().press("Control+Enter");
        assertThat(heading(page, "1 change")).isFocused();
        page.keyboard().press("Control+Enter");
        assertThat(status(page)).containsText("Approved with changes");

        page.keyboard().press("r");
        page.keyboard().type("Not on a Friday.");
        page.keyboard().press("Control+Enter");
        assertThat(status(page)).containsText("Refused");

        page.keyboard().press("r");
        page.keyboard().type("P");
        page.keyboard().press("Control+Enter");
        assertThat(status(page)).containsText("Nothing else waits for you.");

        assertEquals(
                Optional.empty(),
                events("deploy-1", Event.Approved.class).get(0).editedArguments());
        assertEquals(
                Optional.of("{\"tag\":\"v1.5.1\"}"),
                events("deploy-2", Event.Approved.class).get(0).editedArguments());
        assertEquals(
                "Not on a Friday.",
                events("deploy-3", Event.Refused.class).get(0).reason());
        assertEquals(
                "{\"target\":\"PRODUCTION\"}",
                events("ask-4", Event.ReplyReceived.class).get(0).reply());
    }

    @Test
    void decisionAppearsOnTheOtherPage() {
        Page other = browser.person();
        open(page);
        open(other);
        page.keyboard().press("a");
        page.keyboard().press("Enter");

        assertThat(outcome(other)).containsText("You approved this");
        other.context().close();
    }

    @Test
    void lateDecisionIsASentence() {
        open(page);
        page.route("**/decisions", route -> {
            desk.approve("deploy-1", "bob"); // between the click and the arrival of the request
            route.resume();
        });
        page.keyboard().press("r");
        page.keyboard().type("Too early");
        page.keyboard().press("Control+Enter");

        assertThat(outcome(page)).containsText("bob approved this");
        assertEquals(List.of(), events("deploy-1", Event.Refused.class));
    }

    @Test
    void invalidEditShowsTheServersViolation() {
        open(page);
        page.keyboard().press("e");
        page.keyboard().press("Control+A");
        page.keyboard().type("latest");
        page.keyboard().press("Control+Enter");
        page.keyboard().press("Control+Enter");

        Locator field = page.getByLabel("tag", new Page.GetByLabelOptions().setExact(true));
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(field).isFocused();
    }

    @Test
    void draftSurvivesARestartOfTheServer() {
        open(page);
        page.keyboard().press("r");
        page.keyboard().type("Wait for the ");
        desk.stop();
        assertThat(page.getByText("The server does not answer")).isVisible();
        page.keyboard().type("restart.");
        desk.start();
        assertThat(page.getByText("The server does not answer")).isHidden();
        page.keyboard().press("Control+Enter");

        assertThat(status(page)).containsText("Refused");
        assertEquals(
                "Wait for the restart.",
                events("deploy-1", Event.Refused.class).get(0).reason());
    }

    @Test
    void reloadKeepsSessionAndQuestion() {
        desk.request("deploy-2", "v1.5.0");
        open(page);
        page.keyboard().press("j");
        page.reload();

        assertThat(page.locator("article")).containsText("Deploy v1.5.0 to production?");
    }

    @Test
    void signOutEndsTheSession() {
        open(page);
        page.getByText("Sign out").click();
        assertThat(page.getByText("You are not signed in.")).isVisible();
        page.reload();

        assertThat(page.getByText("You are not signed in.")).isVisible();
        assertThat(page.locator("article")).hasCount(0);
    }

    @Test
    void usedLinkOpensItsSessionAgain() {
        String link = desk.link().toString();
        page.navigate(link);
        assertThat(heading(page, "Approve deploy_tag?")).isVisible();
        page.navigate("about:blank");
        page.navigate(link);

        assertThat(heading(page, "Approve deploy_tag?")).isVisible();
    }

    @Test
    void newQuestionAppearsByItself() {
        open(page);
        desk.request("ask-2", "How far shall v1.7.0 go?");

        assertThat(page.getByText("How far shall v1.7.0 go?")).isVisible();
        assertThat(heading(page, "Approve deploy_tag?")).isVisible();
    }

    @Test
    void inboxIsAccessible() {
        desk.request("ask-2", "How far shall v1.7.0 go?");
        open(page);
        assertThat(page.getByText("What happened before")).isVisible();
        assertThat(page.getByText("Open the whole thread")).isVisible();
        TestBrowser.assertAccessible(page);
        TestBrowser.screenshot(page, "inbox-light");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        TestBrowser.assertAccessible(page);
        TestBrowser.screenshot(page, "inbox-dark");
        Page phone = browser.person(390, 844, ColorScheme.LIGHT);
        phone.navigate(desk.link().toString());
        phone.getByText("Deploy v1.4.2 to production?").click();
        assertThat(phone.getByText("Open the whole thread")).isVisible();
        TestBrowser.assertAccessible(phone);
        TestBrowser.screenshot(phone, "inbox-phone");
        phone.context().close();
    }
}
