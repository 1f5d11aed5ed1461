package city.onewindow;

import city.onewindow.launch.Commands;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The program: one service centre, from its public pages to its database. */
@SpringBootApplication
@EnableScheduling
public class OneWindow {

    public static void main(String[] args) {
        int exit = Commands.run(OneWindow.class, Blueprint.class, args);
        if (exit != 0) {
            System.exit(exit);
        }
    }
}
