package dev.escapement.samples.deploybot;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import dev.escapement.restate.server.LoopbackPorts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The inbox of the command {@code serve} on two pages in Chromium, with the keyboard alone. Stores the pictures of the README in
 * the folder of the system property {@code pictures.dir}.
 */
@Tag("browser")
class ServedPagesTest {

    @TempDir
    Path directory;

    private BotBrowser browser;
    private ServedBot bot;
    private Page first;
    private Page second;

    @BeforeEach
    void start() throws Exception {
        browser = BotBrowser.launch();
        Terminal.run(directory); // deploy-1
        Terminal.run(directory, "slack", "ship v1.4.1 to production");
        Terminal.run(directory, "slack", "ship v1.3.9 to production");
        Terminal.run(directory, "slack", "ship v1.4.0 to production");
        bot = ServedBot.start(directory, LoopbackPorts.next());
        first = browser.open(bot.link().toString());
        assertShown(first, "Shall v1.4.2 go to staging only, or on to production?");
        second = browser.open(home());
        assertShown(second, "Shall v1.4.2 go to staging only, or on to production?");
    }

    @AfterEach
    void stop() {
        try {
            if (browser != null) {
                browser.close();
            }
        } finally {
            if (bot != null) {
                bot.close();
            }
        }
    }

    private String home() {
        return bot.link().resolve("/").toString();
    }

    private static void assertShown(Page page, String question) {
        assertThat(page.locator("article p.text")).hasText(question);
    }

    private static void assertDecided(Page page, String decision) {
        assertThat(page.locator("#last")).containsText(decision);
    }

    private static void assertOutcome(Page page, String outcome) {
        assertThat(page.locator("article").getByRole(AriaRole.ALERT)).containsText(outcome);
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    @Test
    void decisionsOfTwoPagesDeployThroughARestart() throws Exception {
        reply();
        approveOnBothPages();
        refuseDuringARestart();
        editAfterAReload();
        approveTheLast();

        assertEquals(List.of("v1.4.0", "v1.4.1", "v1.4.2", "v1.4.2"), production());
        browser.assertNoErrors();
    }

    private void reply() {
        press(first, "r");
        first.keyboard().type("P");
        press(first, "Control+Enter");
        assertDecided(first, "Replied");
        assertOutcome(second, "A reply arrived");
        assertThat(heading(first, "Waiting for you 4")).isVisible(); // also the approval that follows from the reply
        assertShown(first, "Deploy v1.4.1 (commit 51d0b83) to production? v1.4.0 runs there now.");
        assertThat(first.getByText("Open the whole thread")).isVisible();
        BotBrowser.assertAccessible(first);
        BotBrowser.picture(first, "inbox");
    }

    /** The second page is faster, although the person pressed the key on the first one before. */
    private void approveOnBothPages() {
        List<Route> held = new ArrayList<>();
        first.route("**/decisions", held::add);
        press(first, "a", "Enter");
        first.waitForCondition(() -> !held.isEmpty());
        press(second, "j");
        assertShown(second, "Deploy v1.4.1 (commit 51d0b83) to production? v1.4.0 runs there now.");
        press(second, "a", "Enter");
        assertDecided(second, "Approved");
        first.unroute("**/decisions");
        held.get(0).resume();
        assertOutcome(first, "Your decision was not recorded.");
        assertDeployed("v1.4.0", "v1.4.1");
    }

    private void refuseDuringARestart() throws Exception {
        assertShown(second, "Deploy v1.3.9 (commit e80f35d) to production? v1.4.0 runs there now.");
        press(second, "r");
        second.keyboard().type("Not on a ");
        int port = bot.port();
        bot.stop();
        assertThat(second.getByText("The server does not answer")).isVisible();
        second.keyboard().type("Friday.");
        bot = ServedBot.start(directory, port);
        assertThat(second.getByText("The server does not answer")).isHidden();
        press(second, "Control+Enter");
        assertDecided(second, "Refused");
    }

    private void editAfterAReload() {
        assertThat(heading(first, "Waiting for you 2")).isVisible();
        press(first, "j");
        first.reload();
        assertShown(first, "Deploy v1.4.0 (commit c47aa90) to production? v1.4.0 runs there now.");
        press(first, "e", "Control+A");
        first.keyboard().type("v1.4.2");
        press(first, "Control+Enter");
        assertThat(heading(first, "1 change")).isFocused();
        press(first, "Control+Enter");
        assertDecided(first, "Approved with changes");
        assertOutcome(second, "You approved this with edited arguments");
        assertDeployed("v1.4.0", "v1.4.1", "v1.4.2");
    }

    private void approveTheLast() {
        assertShown(first, "Deploy v1.4.2 (commit 9f2c1e7) to production? v1.4.0 runs there now.");
        press(first, "a", "Enter");
        assertDecided(first, "Nothing else waits for you.");
        assertDeployed("v1.4.0", "v1.4.1", "v1.4.2", "v1.4.2");
        BotBrowser.assertAccessible(second);
        second.navigate(home() + "thread.html#deploy-1");
        assertThat(second.locator(".phase").getByText("finished")).isVisible();
        second.locator(".row .title").first().waitFor();
        BotBrowser.assertAccessible(second);
        BotBrowser.picture(second, "inspector");
    }

    /** Waits for the deployments: the worker executes several threads at the same time, after the inbox shows the decisions. */
    private void assertDeployed(String... tags) {
        first.waitForCondition(() -> production().size() >= tags.length);
        assertEquals(List.of(tags), production());
    }

    private List<String> production() {
        return new Deployments(directory)
                .history(Environment.PRODUCTION).stream().map(Deployment::tag).toList();
    }
}
