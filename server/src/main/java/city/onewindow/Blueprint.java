package city.onewindow;

import city.onewindow.launch.Commands;

/**
 * The house with its pages as the build works it out ahead of all starts (Spring's ahead-of-time processing): reading the
 * configuration and making the proxies would take a third of each start. This is what the build runs; what it works out bears this
 * class's name.
 */
final class Blueprint {

    private Blueprint() {}

    public static void main(String[] args) {
        Commands.layOut(OneWindow.class);
    }
}
