package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class InboxPageTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static TestBrowser browser;

    private FakeInbox inbox;
    private Page page;

    @BeforeAll
    static void launch() {
        browser = TestBrowser.launch();
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        inbox = new FakeInbox();
        inbox.ask(approval("c1", "v1.4.2"));
        page = browser.person();
    }

    @AfterEach
    void stop() {
        page.context().close();
        inbox.close();
        browser.assertNoErrors();
    }

    private static String approval(String callId, String tag) {
        return """
                {"path":["example.Lead","example.DeployBot"],"threadId":"deploy 1","agent":"example.DeployBot",\
                "callId":"%s","kind":"APPROVAL","since":"2026-11-30T08:00:00Z","deadline":"2099-01-01T00:00:00Z",\
                "text":"Deploy %s to production?","tool":"deploy_to_production","toolDescription":"Deploys a tag.",\
                "effect":"DESTRUCTIVE","arguments":{"tag":"%s"},"argumentsSchema":{"type":"object","properties":{\
                "tag":{"type":"string","description":"The tag","pattern":"v[0-9.]+"}},"required":["tag"],\
                "additionalProperties":false},"argumentsSha256":"%s","labels":{"team":"shop"},\
                "permitted":["approve","edit","refuse","cancel"]}""".formatted(callId, tag, tag, HASH);
    }

    private static String reply(String callId) {
        return """
                {"path":["example.DeployBot"],"threadId":"deploy 2","agent":"example.DeployBot","callId":"%s",\
                "kind":"REPLY","since":"2026-11-30T09:00:00Z","text":"How far?","tool":"ask","arguments":{},\
                "argumentsSha256":"%s","replySchema":{"type":"object","properties":{"environment":{"type":"string",\
                "enum":["STAGING","PRODUCTION"]}},"required":["environment"],"additionalProperties":false},\
                "labels":{},"permitted":["reply"]}""".formatted(callId, HASH);
    }

    private void open() {
        page.navigate(inbox.uri().toString());
        assertThat(heading("Approve deploy_to_production?")).isVisible();
    }

    private Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Locator status() {
        return page.getByRole(AriaRole.STATUS);
    }

    private Locator alert() {
        return page.locator("article").getByRole(AriaRole.ALERT);
    }

    private JsonObject decision() {
        List<JsonObject> decisions = inbox.decisions();
        assertEquals(1, decisions.size());
        return decisions.get(0);
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text.replace("HASH", HASH)).getAsJsonObject();
    }

    @Test
    void approvalSendsOnlyTheHash() {
        open();
        button("Approve").click();

        assertThat(status()).containsText("Approved");
        assertEquals(json("{\"type\":\"approve\",\"callId\":\"c1\",\"argumentsSha256\":\"HASH\"}"), decision());
    }

    @Test
    void editShowsChangesBeforeItSends() {
        open();
        page.keyboard().press("e");
        page.getByLabel("tag", new Page.GetByLabelOptions().setExact(true)).fill("v1.4.3");
        page.keyboard().press("Control+Enter");

        assertThat(page.getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName("tag v1.4.2 v1.4.3")))
                .isVisible();
        assertEquals(List.of(), inbox.decisions());
        page.keyboard().press("Control+Enter");

        assertThat(status()).containsText("Approved with changes");
        assertEquals(
                json("{\"type\":\"approve_edited\",\"callId\":\"c1\",\"argumentsSha256\":\"HASH\","
                        + "\"arguments\":{\"tag\":\"v1.4.3\"}}"),
                decision());
    }

    @Test
    void violationsAppearAtTheirFields() {
        open();
        button("Edit").click();
        page.getByLabel("tag", new Page.GetByLabelOptions().setExact(true)).fill("latest");
        button("Review the changes").click();
        button("Approve with these changes").click();

        Locator field = page.getByLabel("tag", new Page.GetByLabelOptions().setExact(true));
        assertThat(field).hasAttribute("aria-invalid", "true");
        assertThat(field).isFocused();
        assertThat(field).hasValue("latest");
        TestBrowser.assertAccessible(page);
    }

    @Test
    void refusalSendsTheReason() {
        open();
        page.keyboard().press("r");
        page.keyboard().type("Not on a Friday.");
        page.keyboard().press("Control+Enter");

        assertThat(status()).containsText("Refused");
        assertEquals("Not on a Friday.", decision().get("reason").getAsString());
    }

    @Test
    void replyComesFromItsForm() {
        inbox.decide("c1", "approved", "bob");
        inbox.ask(reply("c2"));
        page.navigate(inbox.uri().toString());
        page.getByLabel("environment").selectOption("PRODUCTION");
        button("Send the reply").click();

        assertThat(status()).containsText("Replied");
        assertEquals(json("{\"environment\":\"PRODUCTION\"}"), decision().get("reply"));
    }

    @Test
    void messageSendsItsText() {
        inbox.decide("c1", "approved", "bob");
        inbox.ask("""
                {"path":[],"threadId":"chat","agent":"example.DeployBot","callId":"","kind":"MESSAGE",\
                "since":"2026-11-30T09:00:00Z","text":"Which tag?","argumentsSha256":"","labels":{},\
                "permitted":["message"]}""");
        page.navigate(inbox.uri().toString());
        page.getByLabel("Your message").fill("v1.4.2");
        page.keyboard().press("Control+Enter");

        assertThat(status()).containsText("Sent");
        assertEquals(json("{\"type\":\"message\",\"text\":\"v1.4.2\"}"), decision());
    }

    @Test
    void resolutionSendsItsKindAndResult() {
        inbox.decide("c1", "approved", "bob");
        inbox.ask(reply("c2").replace("REPLY", "DECISION").replace("[\"reply\"]", "[\"answer\"]"));
        page.navigate(inbox.uri().toString());
        page.getByLabel("What happened, or what shall happen?").selectOption("returned");
        page.getByLabel("JSON").fill("{\"id\":12345678901234567890}");
        button("Send the decision").click();

        assertThat(status()).containsText("Decided");
        assertEquals(
                json("{\"type\":\"returned\",\"json\":{\"id\":12345678901234567890}}"),
                decision().get("answer"));
    }

    @Test
    void keyAFocusesButDoesNotApprove() {
        open();
        page.keyboard().press("a");

        assertThat(button("Approve")).isFocused();
        assertEquals(List.of(), inbox.decisions());
    }

    @Test
    void draftSurvivesNewQuestions() {
        open();
        page.keyboard().press("r");
        page.keyboard().type("Because");
        inbox.ask(reply("c2"));

        assertThat(status()).containsText("1 new question.");
        page.keyboard().type(" of tests.");
        assertThat(page.getByLabel("Reason for the refusal")).hasValue("Because of tests.");
    }

    @Test
    void otherPersonsDecisionIsASentence() {
        open();
        page.keyboard().press("r");
        page.keyboard().type("Not today");
        inbox.decide("c1", "approved", "Bob");

        assertThat(alert()).containsText("Bob approved this");
        assertThat(page.getByLabel("Reason for the refusal")).hasValue("Not today");
        assertThat(button("Next question")).isVisible();
    }

    @Test
    void conflictIsASentence() {
        open();
        inbox.signedIn(false); // The page cannot learn of the change before it sends.
        inbox.decide("c1", "approved", "Bob");
        assertThat(button("Continue")).isVisible();
        inbox.signedIn(true);
        button("Approve").click();

        assertThat(alert()).containsText("Bob approved this");
        assertThat(button("Approve")).isDisabled();
    }

    @Test
    void endedSessionKeepsTheDraft() {
        open();
        page.keyboard().press("r");
        page.keyboard().type("Not today");
        inbox.signedIn(false);
        page.keyboard().press("Control+Enter");

        assertThat(page.getByText("Your session has ended")).isVisible();
        inbox.signedIn(true);
        button("Continue").click();
        assertThat(page.getByText("Your session has ended")).isHidden();
        assertThat(page.getByLabel("Reason for the refusal")).hasValue("Not today");
    }

    @Test
    void decisionFollowsARestart() {
        open();
        inbox.stop();
        assertThat(page.getByText("The server does not answer")).isVisible();
        inbox.start();
        assertThat(page.getByText("The server does not answer")).isHidden();
        button("Approve").click();

        assertThat(status()).containsText("Approved");
    }

    @Test
    void tokenLeavesTheAddressBar() {
        inbox.signedIn(false); // Without a session, nothing else changes the address.
        page.navigate(inbox.uri() + "#t=secret");

        assertThat(page.getByText("You are not signed in.")).isVisible();
        assertThat(page).hasURL(inbox.uri().toString());
    }

    @Test
    void linkOpensItsQuestion() {
        inbox.ask(reply("c2"));
        page.navigate(inbox.uri() + "#deploy%202/c2");

        assertThat(heading("Question: ask")).isVisible();
    }

    @Test
    void keysMoveThroughTheList() {
        inbox.ask(reply("c2"));
        open();
        page.keyboard().press("j");
        assertThat(heading("Question: ask")).isVisible();
        page.keyboard().press("ArrowUp");

        assertThat(heading("Approve deploy_to_production?")).isVisible();
    }

    @Test
    void helpListsTheKeys() {
        open();
        page.keyboard().press("?");

        assertThat(page.getByRole(AriaRole.DIALOG)).containsText("Approve");
        TestBrowser.assertAccessible(page);
    }

    @Test
    void phoneShowsListThenQuestion() {
        page.context().close();
        page = browser.person(390, 844, ColorScheme.DARK);
        page.navigate(inbox.uri().toString());
        page.getByText("Deploy v1.4.2 to production?").click();
        assertThat(button("Approve")).isVisible();
        TestBrowser.assertAccessible(page);
        button("Back to the list").click();

        assertThat(button("Approve")).isHidden();
        assertFalse((Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth"));
    }

    @Test
    void stylesAreAccessibleInBothSchemes() {
        open();
        TestBrowser.assertAccessible(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        TestBrowser.assertAccessible(page);
    }
}
