package deploy;

import dev.escapement.Codec;

/** A message in a channel. */
@Codec
public record SlackMessage(String channel, String user, String text) {}
