/**
 * Family names of China, Korea and Vietnam, as they are written in plain letters abroad. Spouses keep their own there, and many who work with the West are
 * called by a given name of it as well.
 */
const EAST_ASIAN = new Set(
  (
    'ahn ba bae baek bai bao bi bian bui byun cai cao cen cha chai chan chang chao chen cheng cheung chi chiang chin ching chiu cho choe choi chong chow choy chu chua chun ' +
    'chung cong cui dai dang dao deng diao ding dinh doan dong dou du duan duong eom fan fang fei feng fong foo fu fung gan gao ge geng gong gou gu guan gui guo ha han hang ' +
    'hao he heo ho hoang hong hou hu hua huang hui huo huynh hwang im jang jeon jeong ji jia jian jiang jiao jin jing jo ju jung kang ke keung kho khong ki kim kong ku kuang ' +
    'kuo kwak kwan kwok kwon kwong lai lam lan lao lau law lei leng leung li lian liang liao lim lin ling liu lo loo lou lu lui lum luo luong luu ly ma mai mao mei meng mi ' +
    'miao min mo mok moon mu na nam nghiem ngo nguyen ni nie ning niu noh oh ong ou ouyang paek pan pang pei peng pham phan phung pi ping pu pyo qi qian qiao qin qiu qu ' +
    'quach quan ren rong ruan ryu seo seok sha shan shang shao shen sheng shi shin shu shum si sim situ siu soh son song su suen suh sun sung szeto ta tai tam tan tang tao ' +
    'teng thai tian tieu ting tong tran trieu trinh truong tsai tsang tse tseng tso tsui tu tung vo vu vuong wan wang wei wen weng won wong woo wu xi xia xiang xiao xie xin ' +
    'xing xiong xu xue yan yang yao yau ye yee yeh yeo yeom yeon yeung yi yim yin ying yip yong yoo yoon you yu yuan yue yuen yun zeng zha zhai zhan zhang zhao zheng zhong ' +
    'zhou zhu zhuang zhuo zou zuo'
  ).split(' '),
);

/** Whether all words of a family name are such: `zhang`, and those of Yang-Zhang. Names that are as frequent in the West (Lee, Park) are not among them. */
export const isEastAsian = (words: readonly string[]): boolean =>
  words.length > 0 && words.every((word) => EAST_ASIAN.has(word));
