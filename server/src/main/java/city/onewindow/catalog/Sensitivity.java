package city.onewindow.catalog;

/** How a value is protected on screen: PERSONAL and SENSITIVE ones are masked for whoever has no need of them (个人信息保护法 第二十八条). */
public enum Sensitivity {
    NONE,
    PERSONAL,
    SENSITIVE
}
