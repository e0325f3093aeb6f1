package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The forms of the inbox and the decisions that they send. */
class InboxDecisionsTest extends InboxPages {

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
                "since":"2026-11-30T09:00:00Z","text":"Which tag?","argumentsSha256":"HASH","labels":{},\
                "permitted":["message"]}""".replace("HASH", HASH));
        page.navigate(inbox.uri().toString());
        page.getByLabel("Your message").fill("v1.4.2");
        page.keyboard().press("Control+Enter");

        assertThat(status()).containsText("Sent");
        assertEquals(json("{\"type\":\"message\",\"text\":\"v1.4.2\",\"argumentsSha256\":\"HASH\"}"), decision());
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
    @Tag("essential")
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
    void nextCallComesFromTheFormOfItsTool() {
        inbox.decide("c1", "approved", "bob");
        inbox.ask(reply("c2").replace("REPLY", "DECISION").replace("[\"reply\"]", "[\"answer\"]"));
        page.navigate(inbox.uri().toString());
        page.getByLabel("What happened, or what shall happen?").selectOption("next");
        page.getByLabel("Tool").selectOption("roll_back");
        page.getByLabel("steps").fill("2");
        button("Send the decision").click();

        assertThat(status()).containsText("Decided");
        assertEquals(
                json("{\"type\":\"next\",\"tool\":\"roll_back\",\"json\":{\"steps\":2}}"),
                decision().get("answer"));
    }

    @Test
    void extensionSendsItsAmounts() {
        inbox.decide("c1", "approved", "bob");
        inbox.ask("""
                {"path":[],"threadId":"spent","agent":"example.DeployBot","callId":"","kind":"MESSAGE",\
                "since":"2026-11-30T09:00:00Z","text":"The budget is spent.","argumentsSha256":"","labels":{},\
                "permitted":["message","extend"]}""");
        page.navigate(inbox.uri().toString());
        button("Extend the budget…").click();
        page.getByLabel("More requests").fill("5");
        page.keyboard().press("Enter");

        assertThat(status()).containsText("Extended");
        assertEquals(json("{\"type\":\"extend\",\"modelCalls\":5}"), decision());
    }
}
