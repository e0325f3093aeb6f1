package dev.escapement.samples.supportdesk;

import dev.escapement.Codec;
import dev.escapement.UnknownProperties;

/**
 * The part of a delivery from the Events API of Slack that the desk uses.
 *
 * @param event the event
 */
@Codec(unknown = UnknownProperties.IGNORE)
record SlackDelivery(ChannelPost event) {

    /**
     * An event in a channel.
     *
     * @param type the kind of event
     * @param user the author
     * @param channel the channel
     * @param text the text
     */
    @Codec(unknown = UnknownProperties.IGNORE)
    record ChannelPost(String type, String user, String channel, String text) {}
}
