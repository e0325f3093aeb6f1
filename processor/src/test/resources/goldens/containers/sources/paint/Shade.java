package paint;

import dev.escapement.Codec;
import java.util.List;

/**
 * A shade.
 *
 * @param name The name of the shade
 * @param palettes The palettes that contain the shade
 */
@Codec
public record Shade(String name, List<Palette> palettes) {}
