package wares;

public record Box(
    // ERROR [ESC006] Generated code in the package shop cannot use wares.Label, which is not public
    Label label) {}
