package dev.escapement.server.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/** A browser with the inbox and the responses of {@link FakeInbox}. */
@Tag("pages")
@ExtendWith(BrowserExtension.class)
abstract class InboxPages {
    static final String HASH = "0123456789abcdef".repeat(4);
    static TestBrowser browser;

    FakeInbox inbox;
    Page page;

    @BeforeAll
    static void launch(TestBrowser shared) {
        browser = shared;
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

    static String approval(String callId, String tag) {
        return """
                {"path":["example.Lead","example.DeployBot"],"threadId":"deploy 1","agent":"example.DeployBot",\
                "callId":"%s","kind":"APPROVAL","since":"2026-11-30T08:00:00Z","deadline":"2099-01-01T00:00:00Z",\
                "text":"Deploy %s to production?","tool":"deploy_to_production","toolDescription":"Deploys a tag.",\
                "effect":"DESTRUCTIVE","arguments":{"tag":"%s"},"argumentsSchema":{"type":"object","properties":{\
                "tag":{"type":"string","description":"The tag","pattern":"v[0-9.]+"}},"required":["tag"],\
                "additionalProperties":false},"argumentsSha256":"%s","labels":{"team":"shop"},\
                "permitted":["approve","edit","refuse","cancel"]}""".formatted(callId, tag, tag, HASH);
    }

    static String reply(String callId) {
        return """
                {"path":["example.DeployBot"],"threadId":"deploy 2","agent":"example.DeployBot","callId":"%s",\
                "kind":"REPLY","since":"2026-11-30T09:00:00Z","text":"How far?","tool":"ask","arguments":{},\
                "argumentsSha256":"%s","replySchema":{"type":"object","properties":{"environment":{"type":"string",\
                "enum":["STAGING","PRODUCTION"]}},"required":["environment"],"additionalProperties":false},\
                "labels":{},"permitted":["reply"]}""".formatted(callId, HASH);
    }

    void open() {
        page.navigate(inbox.uri().toString());
        assertThat(heading("Approve deploy_to_production?")).isVisible();
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(name));
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    Locator status() {
        return page.getByRole(AriaRole.STATUS);
    }

    Locator alert() {
        return page.locator("article").getByRole(AriaRole.ALERT);
    }

    JsonObject decision() {
        List<JsonObject> decisions = inbox.decisions();
        assertEquals(1, decisions.size());
        return decisions.get(0);
    }

    static JsonObject json(String text) {
        return JsonParser.parseString(text.replace("HASH", HASH)).getAsJsonObject();
    }
}
