package paint;

import dev.escapement.Codec;
import java.util.Optional;

/**
 * A palette of shades.
 *
 * @param main The main shade
 */
@Codec
public record Palette(Optional<Shade> main) {}
