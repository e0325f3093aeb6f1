package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.escapement.thread.Event;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The inbox with people whom the application of the server has signed in, on several pages at the same time. */
@Tag("browser")
@ExtendWith(BrowserExtension.class)
class TwoPeopleTest {
    private static TestBrowser browser;

    @TempDir
    Path directory;

    private final List<Page> pages = new ArrayList<>();
    private HarbourDesk desk;

    @BeforeAll
    static void launch(TestBrowser shared) {
        browser = shared;
    }

    @BeforeEach
    void start() {
        desk = HarbourDesk.withPeople(directory);
    }

    @AfterEach
    void stop() {
        pages.forEach(page -> page.context().close());
        desk.close();
        browser.assertNoErrors();
    }

    private Page open(String name) {
        Page page = browser.person();
        pages.add(page);
        page.context()
                .addCookies(List.of(new Cookie("person", name)
                        .setUrl(desk.home().resolve("/").toString())));
        page.navigate(desk.home().toString());
        assertThat(page.locator("#who")).hasText(name);
        return page;
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static void assertStatus(Page page, String text) {
        assertThat(page.getByRole(AriaRole.STATUS)).containsText(text);
    }

    private static void assertOutcome(Page page, String text) {
        assertThat(page.locator("article").getByRole(AriaRole.ALERT)).containsText(text);
    }

    private static void assertShown(Page page, String text) {
        assertThat(page.locator("article p.text")).hasText(text);
    }

    private <T extends Event> List<T> events(String id, Class<T> kind) {
        return desk.thread(id).events().stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private static void signOut(Page page) {
        page.getByText("Sign out").click();
        assertThat(page.getByText("The session belongs to the application")).isVisible();
    }

    private static void approve(Page page) {
        page.keyboard().press("a");
        page.keyboard().press("Enter");
    }

    @Test
    void twoPeopleDecideThroughARestart() {
        desk.request("deploy-1", "v1.4.2");
        desk.request("deploy-2", "v1.5.0");
        desk.request("deploy-3", "v1.6.0");
        desk.request("ask-4", "How far shall v1.7.0 go?");
        Page alice = open("alice");
        Page bob = open("bob");
        assertShown(alice, "Deploy v1.4.2 to production? v1.4.0 runs there now.");
        assertShown(bob, "Deploy v1.4.2 to production? v1.4.0 runs there now.");

        approve(alice);
        assertStatus(alice, "Approved");
        assertOutcome(bob, "alice approved this");
        TestBrowser.assertAccessible(bob);

        bob.keyboard().press("j");
        bob.reload();
        assertShown(bob, "Deploy v1.5.0 to production? v1.4.0 runs there now.");
        bob.keyboard().press("e");
        bob.keyboard().press("Control+A");
        bob.keyboard().type("v1.5.1");
        bob.keyboard().press("Control+Enter");
        assertThat(heading(bob, "1 change")).isFocused();
        bob.keyboard().press("Control+Enter");
        assertStatus(bob, "Approved with changes");
        assertOutcome(alice, "bob approved this with edited arguments");

        alice.keyboard().press("j");
        assertShown(alice, "Deploy v1.6.0 to production? v1.4.0 runs there now.");
        alice.keyboard().press("r");
        alice.keyboard().type("Not on a ");
        desk.stop();
        assertThat(alice.getByText("The server does not answer")).isVisible();
        alice.keyboard().type("Friday.");
        desk.start();
        assertThat(alice.getByText("The server does not answer")).isHidden();
        alice.keyboard().press("Control+Enter");
        assertStatus(alice, "Refused");

        assertOutcome(bob, "alice refused this");
        bob.keyboard().press("j");
        assertShown(bob, "How far shall v1.7.0 go?");
        bob.keyboard().press("r");
        bob.keyboard().type("P");
        bob.keyboard().press("Control+Enter");
        assertStatus(bob, "Nothing else waits for you.");
        assertOutcome(alice, "A reply arrived");

        assertEquals("alice", events("deploy-1", Event.Approved.class).get(0).by());
        Event.Approved edited = events("deploy-2", Event.Approved.class).get(0);
        assertEquals("bob", edited.by());
        assertEquals(Optional.of("{\"tag\":\"v1.5.1\"}"), edited.editedArguments());
        Event.Refused refused = events("deploy-3", Event.Refused.class).get(0);
        assertEquals("alice: Not on a Friday.", refused.by() + ": " + refused.reason());
        assertEquals(
                "{\"target\":\"PRODUCTION\"}",
                events("ask-4", Event.ReplyReceived.class).get(0).reply());
    }

    @Test
    void laterOfTwoDecisionsIsRefused() {
        desk.request("deploy-1", "v1.4.2");
        Page alice = open("alice");
        Page bob = open("bob");
        List<Route> held = new ArrayList<>();
        alice.route("**/decisions", held::add);
        assertThat(heading(alice, "Approve deploy_tag?")).isVisible();
        assertThat(heading(bob, "Approve deploy_tag?")).isVisible();
        approve(alice);
        alice.waitForCondition(() -> !held.isEmpty());
        approve(bob);
        assertStatus(bob, "Approved");
        held.get(0).resume();

        assertOutcome(alice, "bob approved this");
        assertEquals(
                List.of("bob"),
                events("deploy-1", Event.Approved.class).stream()
                        .map(Event.Approved::by)
                        .toList());
    }

    @Test
    void readerSeesQuestionsOfOthersOnly() {
        desk.request("deploy-1", "v1.4.2");
        Page carol = open("carol");
        assertThat(heading(carol, "Waiting for you 0")).isVisible();
        carol.getByLabel("All open questions").check();

        assertThat(heading(carol, "All open questions 1")).isVisible();
        carol.getByText("Deploy v1.4.2 to production?").click();
        assertThat(carol.getByText("You may read this question, but not decide it."))
                .isVisible();
        assertThat(carol).hasTitle("(1) Inbox");
    }

    @Test
    void inboxKeepsTheReasonOfAnUnendedSession() {
        Page alice = open("alice");
        signOut(alice);
        desk.request("deploy-1", "v1.4.2");

        assertThat(heading(alice, "Waiting for you 1")).isVisible();
        assertThat(alice.getByText("The session belongs to the application")).isVisible();
    }

    @Test
    void listKeepsTheReasonOfAnUnendedSession() {
        Page alice = open("alice");
        alice.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Threads"))
                .click();
        assertThat(alice.getByText("0 threads")).isVisible();
        signOut(alice);
        desk.request("deploy-1", "v1.4.2");

        assertThat(alice.getByText("1 thread")).isVisible();
        assertThat(alice.getByText("The session belongs to the application")).isVisible();
    }

    @Test
    void extensionContinuesASpentThread() {
        desk.requestWithin("spent", "v1.4.2");
        Page alice = open("alice");
        assertThat(heading(alice, "Message")).isVisible();
        alice.keyboard().press("x");
        alice.getByLabel("More requests").fill("5");
        alice.keyboard().press("Enter");

        assertStatus(alice, "Extended");
        assertEquals("alice", events("spent", Event.BudgetExtended.class).get(0).by());
    }
}
