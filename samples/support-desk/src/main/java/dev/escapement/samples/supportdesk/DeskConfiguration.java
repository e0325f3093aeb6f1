package dev.escapement.samples.supportdesk;

import dev.escapement.json.JsonText;
import dev.escapement.model.Model;
import dev.escapement.server.SlackSignature;
import dev.escapement.server.Webhook;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The model, and the webhook of Slack. The starter creates everything else from the agents and the properties. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    /** The model of both agents, unless the property {@code escapement.models} names another one. */
    @Bean
    Model demoModel() {
        return new DemoModel();
    }

    @Bean
    Webhook slackWebhook(HelpDeskLoop loop, @Value("${support-desk.slack-signing-secret}") String secret) {
        return Webhook.of(loop, "slack", SlackSignature.of(secret))
                .payload(DeskConfiguration::mention)
                .label("source", "slack");
    }

    /** Returns the payload of the trigger; empty for an event that is not a mention. */
    private static Optional<JsonText> mention(JsonText body) {
        Optional<SlackDelivery.ChannelPost> message = SlackDeliveryCodec.INSTANCE
                .decode(body.json())
                .fold(accepted -> Optional.of(accepted.value().event()), rejected -> Optional.empty());
        return message.filter(each -> each.type().equals("app_mention"))
                .map(each -> new SlackMention(each.user(), each.channel(), each.text()))
                .map(each -> new JsonText(SlackMentionCodec.INSTANCE.encode(each)));
    }
}
