//! What a poem is for.

use serde::{Deserialize, Serialize};

/// What a poem is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// 生日.
    Birthday,
    /// 新婚.
    Wedding,
    /// 新年.
    NewYear,
    /// 考试.
    Exam,
    /// 退休.
    Retirement,
    /// 乔迁.
    MovingIn,
    /// 送别.
    Farewell,
    /// 致谢.
    Thanks,
    /// 悼念.
    Memorial,
}

impl Occasion {
    /// All of them, as a list to choose from has them.
    pub const ALL: [Self; 9] = [
        Self::Birthday,
        Self::Wedding,
        Self::NewYear,
        Self::Exam,
        Self::Retirement,
        Self::MovingIn,
        Self::Farewell,
        Self::Thanks,
        Self::Memorial,
    ];

    /// The Chinese name.
    pub const fn chinese(self) -> &'static str {
        match self {
            Self::Birthday => "祝贺生日",
            Self::Wedding => "祝贺新婚",
            Self::NewYear => "庆贺新年",
            Self::Exam => "预祝考试顺利",
            Self::Retirement => "祝贺荣休",
            Self::MovingIn => "祝贺乔迁",
            Self::Farewell => "送别",
            Self::Thanks => "致谢",
            Self::Memorial => "悼念",
        }
    }

    /// The same in traditional script.
    pub const fn traditional(self) -> &'static str {
        match self {
            Self::Birthday => "祝賀生日",
            Self::Wedding => "祝賀新婚",
            Self::NewYear => "慶賀新年",
            Self::Exam => "預祝考試順利",
            Self::Retirement => "祝賀榮休",
            Self::MovingIn => "祝賀喬遷",
            Self::Farewell => "送別",
            Self::Thanks => "致謝",
            Self::Memorial => "悼念",
        }
    }

    /// The English name.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Birthday => "birthday",
            Self::Wedding => "wedding",
            Self::NewYear => "new year",
            Self::Exam => "exam",
            Self::Retirement => "retirement",
            Self::MovingIn => "moving in",
            Self::Farewell => "farewell",
            Self::Thanks => "thanks",
            Self::Memorial => "memorial",
        }
    }
}
